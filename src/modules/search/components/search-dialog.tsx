"use client";

import * as Radix from "radix-ui/dialog";
import { useAfterClose } from "@/ui/after-close";
import { scrimClass } from "@/ui/float-class";
import { showSearch } from "./open-search";
import { SearchPanel } from "./search-panel";
import "@/ui/style-nonce";

/** The search over the page that one is on; Esc leads back to it. */
export default function SearchDialog() {
  const afterClose = useAfterClose();
  return (
    <Radix.Root open onOpenChange={showSearch}>
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={afterClose.onCloseAutoFocus}
          className="fixed inset-x-2 top-2 z-50 mx-auto flex max-h-[calc(100dvh-1rem)] max-w-large animate-appear flex-col overflow-hidden rounded-dialog border border-line bg-raised text-ink shadow-float md:top-[8dvh] md:max-h-[84dvh]"
        >
          <Radix.Title className="sr-only">Search tickets and people</Radix.Title>
          <SearchPanel
            onGo={(go) => {
              afterClose.choose(go);
              showSearch(false);
            }}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
