export { askForDueDeliveries, followLog } from "./commands/follow-log";
export { withdrawDeliveries } from "./jobs";
export { checkedAddresses } from "./queries/checked-addresses";
export { webhooksRouter } from "./router";
export { refusedAddress } from "./rules/address";
