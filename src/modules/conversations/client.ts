export { AskForm } from "./components/portal/ask-form";
export { Asked } from "./components/portal/asked";
export { type PortalFormState, untouchedForm } from "./components/portal/form-state";
export { PortalFormsProvider } from "./components/portal/portal-forms";
export { askProblems, bodyProblems } from "./components/portal/problems";
export { RequestScreen } from "./components/portal/request-screen";
export {
  askWords as portalAskWords,
  requestWords as portalRequestWords,
  troubleWords as portalTroubleWords,
} from "./components/portal/words";
export { applyToRequest, applyToTicket } from "./live";
export type { MessageKind, MessageView } from "./schema";
