import { now } from "@/platform/clock";
import { bulk, db, raw, sql } from "@/platform/database";
import { newId } from "@/platform/ids";
import { limits } from "@/platform/limits";
import { eventsAfter, type PlacedEnvelope } from "@/platform/outbox";
import { addJob, ask } from "@/platform/queues";
import { deliverWebhook } from "../jobs";
import { bodyOf } from "../rules/body";
import { publicEvent } from "../rules/told";

type Endpoint = { id: string; events: string[]; from_position: number };

const deliveryOf = (endpoint: Endpoint, event: PlacedEnvelope) => {
  const told = publicEvent(event);
  if (told === null || event.position <= endpoint.from_position) return [];
  if (!endpoint.events.includes(told.name)) return [];
  return [{ endpointId: endpoint.id, name: told.name, body: bodyOf(event, told), event }];
};

/** Moves on in the log, with what lies between: one statement, and of several workers one does it. */
async function moveOn(
  from: number,
  to: number,
  deliveries: readonly ReturnType<typeof deliveryOf>[number][],
): Promise<void> {
  const moved = sql`
    update webhook_cursor set position = ${to} where position = ${from} returning position`;
  if (deliveries.length === 0) {
    await db.write.rows(moved);
    return;
  }
  const at = now();
  const rows = deliveries.map(({ endpointId, name, body, event }) => [
    newId(),
    endpointId,
    event.id,
    name,
    event.ticketId,
    body,
  ]);
  await db.write.rows(sql`
    with moved as (${moved})
    insert into webhook_deliveries (id, endpoint_id, event_id, event_name, ticket_id, body, state,
      turn_at, due_at, created_at)
    select given.id::uuid, given.endpoint_id::uuid, given.event_id::uuid, given.event_name,
      given.ticket_id::uuid, given.body, 'waiting', ${at}, ${at}, ${at}
    from (values ${bulk(rows)})
      as given (id, endpoint_id, event_id, event_name, ticket_id, body), moved
    where exists (select from webhook_endpoints where id = given.endpoint_id::uuid)
    on conflict (endpoint_id, event_id) do nothing`);
}

/**
 * Reads the log of events from where it was left and writes down what is to be sent to whom. No job
 * an event is needed, and an installation without webhooks pays one look.
 */
export async function followLog(): Promise<void> {
  for (;;) {
    const [at] = await db.write.rows<{ position: number; last: number }>(sql`
      select position, last from webhook_cursor, event_positions`);
    if (at === undefined || at.position >= at.last) return;
    const endpoints = await db.write.rows<Endpoint>(sql`
      select id, events, from_position from webhook_endpoints
      where off_reason is null order by id limit ${raw(String(limits.webhooksMax))}`);
    if (endpoints.length === 0) return await moveOn(at.position, at.last, []);
    const events = await eventsAfter(at.position);
    const to = events.at(-1)?.position ?? at.last;
    await moveOn(
      at.position,
      to,
      events.flatMap((event) => endpoints.flatMap((endpoint) => deliveryOf(endpoint, event))),
    );
  }
}

/** How many attempts at one endpoint may be under way: one that fails must not take all places. */
const placesOf = sql`case when failing_since is null then ${raw(String(limits.webhookPlacesMax))}
  else ${raw(String(limits.webhookFailingPlacesMax))} end`;

/**
 * Asks for the attempts that are due. Each is claimed for a while, so that it is asked for once; a
 * job that was lost with its queue is asked for again after that.
 */
export async function askForDueDeliveries(): Promise<void> {
  const at = now();
  const due = await db.write.rows<{ id: string; attempts: number }>(sql`
    update webhook_deliveries set claimed_until = ${new Date(at.getTime() + limits.webhookClaimMs)}
    where state = 'waiting' and (claimed_until is null or claimed_until <= ${at})
      and id = any(array(
        select next.id from webhook_endpoints
        cross join lateral (
          select count(*) as attempts from webhook_deliveries
          where endpoint_id = webhook_endpoints.id and state = 'waiting' and claimed_until > ${at}
        ) under_way
        cross join lateral (
          select id, row_number() over (order by due_at) as turn from webhook_deliveries
          where endpoint_id = webhook_endpoints.id and state = 'waiting' and due_at <= ${at}
            and (claimed_until is null or claimed_until <= ${at})
          order by due_at limit ${raw(String(limits.webhookPlacesMax))}
        ) next
        where off_reason is null and next.turn + under_way.attempts <= ${placesOf}))
    returning id, attempts`);
  for (const { id, attempts } of due)
    await addJob(ask(deliverWebhook, { deliveryId: id, attempt: attempts + 1 }));
}
