import { bulkProcessors } from "@/modules/bulk/processors";
import { capacityProcessors } from "@/modules/capacity/processors";
import { conversationProcessors } from "@/modules/conversations/processors";
import { demoProcessors } from "@/modules/demo/processors";
import { fileProcessors } from "@/modules/files/processors";
import { identityProcessors } from "@/modules/identity/processors";
import { knowledgeProcessors } from "@/modules/knowledge/processors";
import { mailProcessors } from "@/modules/mail/processors";
import { notificationProcessors } from "@/modules/notifications/processors";
import { privacyProcessors } from "@/modules/privacy/processors";
import { responseProcessors } from "@/modules/responses/processors";
import { satisfactionProcessors } from "@/modules/satisfaction/processors";
import { searchProcessors } from "@/modules/search/processors";
import { slaProcessors } from "@/modules/sla/processors";
import { ticketProcessors } from "@/modules/tickets/processors";
import { viewProcessors } from "@/modules/views/processors";
import { webhookProcessors } from "@/modules/webhooks/processors";
import { sendMailProcessor } from "@/platform/mailer/processor";
import type { Processor } from "@/platform/queues";
import { followEventProcessor } from "./follow-event";

/** Everything that this worker knows how to do. */
export const processors: readonly Processor[] = [
  ...identityProcessors,
  ...fileProcessors,
  ...ticketProcessors,
  ...conversationProcessors,
  ...responseProcessors,
  ...mailProcessors,
  ...knowledgeProcessors,
  ...notificationProcessors,
  ...capacityProcessors,
  ...demoProcessors,
  ...slaProcessors,
  ...satisfactionProcessors,
  ...privacyProcessors,
  ...searchProcessors,
  ...bulkProcessors,
  ...viewProcessors,
  ...webhookProcessors,
  sendMailProcessor,
  followEventProcessor,
];
