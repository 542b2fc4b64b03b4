export { checkedAddresses } from "./queries/checked-addresses";
export { refusedAddress } from "./rules/address";
