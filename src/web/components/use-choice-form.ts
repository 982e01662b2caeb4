import { type ChangeEvent, type FormEvent, useEffect, useEffectEvent, useRef } from "react";
import { useNavigate } from "react-router";

type Field = HTMLInputElement | HTMLSelectElement;

/** Boxes, lists and days are choices; words are none until they are sent. */
const isChoice = (field: unknown): field is Field =>
  field instanceof HTMLSelectElement ||
  (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "date"));

/** A year that is being typed goes through 0002, 0020 and 0202. */
const isWhole = (field: Field): boolean => field.type !== "date" || !field.value.startsWith("0");

/** Whether a field says something else than the page came with. */
function isTouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected && !option.defaultSelected);
  return field.type === "checkbox"
    ? field.checked !== field.defaultChecked
    : field.value !== field.defaultValue;
}

function show(field: Field, chosen: URLSearchParams): void {
  if (field instanceof HTMLSelectElement)
    // What an address does not say is the first in the list.
    field.value = chosen.get(field.name) ?? field.options[0]?.value ?? "";
  else if (field.type === "checkbox")
    field.checked = chosen.getAll(field.name).includes(field.value);
  else field.value = chosen.get(field.name) ?? "";
}

const choicesOf = (form: HTMLFormElement | null): readonly Field[] =>
  [...(form?.elements ?? [])].filter(isChoice);

/**
 * The reader chooses, but every new address decides: a chip or the back button changes a box without taking its focus.
 * What was chosen before the scripts were there stays, and is told once. The form must have `autoComplete="off"`: a
 * browser that fills in what was chosen on an earlier visit would be taken for the reader.
 */
export function useShownChoices<A extends object>(
  address: A,
  toAddress: (address: A) => string,
  onEarlyChoice?: (form: HTMLFormElement) => void,
) {
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef<A>(undefined);
  const follow = useEffectEvent((asked: A) => {
    const choices = choicesOf(form.current);
    if (shown.current === undefined) {
      if (form.current && choices.some((field) => isTouched(field) && isWhole(field)))
        onEarlyChoice?.(form.current);
    } else if (shown.current !== asked) {
      const { searchParams } = new URL(toAddress(asked), document.baseURI);
      for (const field of choices) show(field, searchParams);
    }
    shown.current = asked;
  });
  useEffect(() => follow(address), [address]);
  return form;
}

interface ChoiceForm<A> {
  /** What the page shows. */
  readonly address: A;
  readonly read: (params: URLSearchParams) => A;
  readonly toAddress: (address: A) => string;
  /** Whether the page begins at its top when the form is sent, as for another search. */
  readonly toTop?: boolean;
}

/**
 * A form whose choices are an address. With scripts each choice changes the address to its shortest at once, one that was
 * made before they were there included; without, the browser sends the form as it is.
 */
export function useChoiceForm<A extends object>(of: ChoiceForm<A>) {
  const { address, read, toAddress, toTop = false } = of;
  const navigate = useNavigate();
  const go = (form: HTMLFormElement, stay: boolean): void => {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === "string") params.append(name, value);
    void navigate(toAddress(read(params)), { preventScrollReset: stay });
  };
  return {
    ref: useShownChoices(address, toAddress, (form) => go(form, true)),
    autoComplete: "off",
    onSubmit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      go(event.currentTarget, !toTop);
    },
    onChange: ({ target, currentTarget }: ChangeEvent<HTMLFormElement>) => {
      const field: unknown = target;
      if (isChoice(field) && isWhole(field)) go(currentTarget, true);
    },
  } as const;
}
