"use client";

import { AtSign, Braces, Hash, Paperclip, TextQuote } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { usePeople } from "@/modules/tickets/components/ticket/use-people";
import { limits } from "@/platform/limits";
import { trpc } from "@/trpc/client";
import { variableLabels, variableValues } from "../../../rules/variables";
import type { FieldProps } from "./field";
import type { Insert, Inserter } from "./inserter";

const icon = { size: 16, "aria-hidden": true } as const;
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whether some word of a name begins as one types. */
const fits = (name: string, words: string) => ` ${plain(name)}`.includes(` ${plain(words)}`);

/** What `@`, `/` and `#` offer while one writes; a further source is one more line in the list. */
export function useInserters({ row, isNote, onAttach, panels }: FieldProps): readonly Inserter[] {
  const me = useMe();
  const { agents } = usePeople();
  const { client } = trpc.useUtils();
  const attach = useRef(onAttach);
  useEffect(() => {
    attach.current = onAttach;
  });
  return useMemo(() => {
    const colleagues = async (words: string): Promise<Insert[]> => {
      // A small team is known by heart; of a large one only the beginning is.
      const known =
        agents.length < limits.personPageRows || words === ""
          ? agents
          : (await client.identity.agents.query({ words })).people;
      return known
        .filter((person) => person.id !== me.id && fits(person.name, words))
        .map(({ id, name }) => ({ id, label: name, icon: <AtSign {...icon} />, text: `@${name}` }));
    };
    const tickets = async (words: string): Promise<Insert[]> => {
      const filter = /^\d{1,15}$/.test(words)
        ? `number:${words}`
        : words === ""
          ? `requester:${row.requester.id}`
          : `subject:"${words.replaceAll('"', "")}"`;
      const { rows } = await client.tickets.list.query({ filter, sort: "updated" });
      return rows
        .filter((ticket) => ticket.id !== row.id)
        .map((ticket) => ({
          id: ticket.id,
          label: `#${ticket.number}`,
          hint: ticket.subject,
          icon: <Hash {...icon} />,
          text: `#${ticket.number}`,
          // A customer has no way into the console.
          href: isNote ? `/tickets/${ticket.number}` : undefined,
        }));
    };
    const file: Insert = {
      id: "file",
      label: "File",
      icon: <Paperclip {...icon} />,
      run: () => attach.current(),
    };
    const values = variableValues(row, me);
    const variables = Object.entries(variableLabels).flatMap(([name, label]): Insert[] => {
      const value = values[name] ?? null;
      return value === null
        ? []
        : [{ id: name, label, hint: value, icon: <Braces {...icon} />, text: value }];
    });
    const brought = panels.map((one): Insert => ({ ...one, icon: <TextQuote {...icon} /> }));
    const named = (items: readonly Insert[]) => (words: string) =>
      items.filter((item) => fits(item.label, words));
    return [
      { sign: "@", heading: "Colleagues", find: colleagues },
      { sign: "#", heading: "Tickets", find: tickets },
      { sign: "/", heading: "Insert", find: named([...brought, file, ...variables]) },
    ];
  }, [agents, client, isNote, me, panels, row]);
}
