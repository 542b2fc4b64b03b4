"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import { Textarea } from "@/ui/textarea";
import { inlinePicture, isPicture } from "../../rules/inline-pictures";
import type { FieldProps } from "./editor/field";

type Rich = ComponentType<FieldProps & { readonly takeFocus: boolean }>;

let loaded: Rich | null = null;
const load = async (): Promise<Rich> => {
  loaded ??= (await import("./editor/rich-field")).default;
  return loaded;
};

/** When the page has nothing else to do; asked again when somebody comes to write. */
function useRich(wanted: boolean): Rich | null {
  const [rich, setRich] = useState<Rich | null>(() => loaded);
  useEffect(() => {
    if (rich !== null) return;
    let gone = false;
    const ask = () =>
      void load().then(
        (Part) => !gone && setRich(() => Part),
        // The plain field does all that is needed.
        () => undefined,
      );
    const later = window.setTimeout(ask, wanted ? 0 : 1_500);
    return () => {
      gone = true;
      window.clearTimeout(later);
    };
  }, [rich, wanted]);
  return rich;
}

/**
 * Where a message is written. A plain field is there at once; the rich one takes over with its
 * text and its focus when it has come, and not in the middle of a character.
 */
export function MessageField(props: FieldProps) {
  const { label, placeholder, value, isNote, onChange, onFocus, onBlur, onFiles } = props;
  const plain = useRef<HTMLTextAreaElement>(null);
  const [focused, setFocused] = useState(false);
  const [composing, setComposing] = useState(false);
  const Rich = useRich(focused);
  if (Rich !== null && !composing) return <Rich {...props} takeFocus={focused} />;
  const bring = async (files: readonly File[]) => {
    for (const file of await onFiles(files)) {
      if (file === null || !isPicture(file.type)) continue;
      const text = plain.current?.value ?? "";
      onChange(`${text}${text === "" ? "" : " "}${inlinePicture(file)} `);
    }
  };
  return (
    <Textarea
      ref={plain}
      id="composer"
      rows={2}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onFocus={() => {
        setFocused(true);
        onFocus();
      }}
      onBlur={() => {
        setFocused(false);
        onBlur();
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (files.length === 0) return;
        event.preventDefault();
        void bring(files);
      }}
      className={isNote ? "border-note-edge! border-dashed!" : ""}
    />
  );
}
