"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, MouseEvent } from "react";

export type SoftLinkProps = ComponentProps<"a"> & { readonly href: string };

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/**
 * A way to another page of ours, without loading everything again. Next's own link fetches ahead,
 * too, and weighs more than a form of the portal.
 */
export function SoftLink({ href, target, onClick, ...native }: SoftLinkProps) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const leavesUs = target !== undefined || !href.startsWith("/");
    if (event.defaultPrevented || leavesUs || !isPlainClick(event)) return;
    event.preventDefault();
    router.push(href);
  };
  return <a {...native} href={href} target={target} onClick={follow} />;
}
