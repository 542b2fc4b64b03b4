/** How many events the realtime servers keep in the journeys: few, so that an absence outlasts them. */
export const eventsKept = 40;
