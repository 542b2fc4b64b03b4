"use client";

import { useRef } from "react";
import { useMe } from "@/modules/tickets/components/me";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { Menu } from "@/ui/menu";
import { useLate } from "@/ui/use-late";

/** What opens comes after the first paint. */
const loadItems = () => import("./me-items").then((part) => part.MeItems);

/** Oneself, at the foot of the places. */
export function MeMenu() {
  const me = useMe();
  const Items = useLate(loadItems);
  // It outlives the menu, which is gone when somebody signs out.
  const signOut = useRef<HTMLFormElement>(null);
  return (
    <>
      <Menu
        label="Me"
        trigger={
          <Button variant="quiet" className="w-full justify-start! max-wide:justify-center!">
            <Avatar size={24} decorative name={me.name} />
            <span className="min-w-0 truncate max-wide:sr-only">{me.name}</span>
          </Button>
        }
      >
        {Items !== null && <Items onSignOut={() => signOut.current?.requestSubmit()} />}
      </Menu>
      <form ref={signOut} method="post" action="/api/auth/sign-out" hidden />
    </>
  );
}
