export { answerLanguage as POST } from "@/modules/identity";
