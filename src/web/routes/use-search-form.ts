import { type ChangeEvent, type FormEvent, useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { readAddress, type SearchAddress, toAddress } from "../data/search-address.ts";

/**
 * With scripts a form changes the address to its shortest, at once when a box is ticked; without, the browser sends it as
 * it is. The reader ticks, but every new address decides: a chip or the back button unticks a box without taking its focus.
 */
export function useSearchForm(address: SearchAddress) {
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    for (const field of form.current?.elements ?? []) {
      if (field instanceof HTMLInputElement && field.type === "checkbox")
        field.checked =
          (address.chosen as Record<string, readonly string[] | undefined>)[field.name]?.includes(
            field.value,
          ) ?? false;
      if (field instanceof HTMLSelectElement && field.name === "sort") field.value = address.sort;
    }
  }, [address]);

  const go = (stay: boolean): void => {
    if (!form.current) return;
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form.current))
      if (typeof value === "string") params.append(name, value);
    const asked = readAddress(params);
    // Other words have a spelling of their own.
    const exact = asked.exact && asked.q === address.q;
    void navigate(toAddress({ ...asked, exact }), { preventScrollReset: stay });
  };
  return {
    form,
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      go(false);
    },
    onChange: (event: ChangeEvent<HTMLFormElement>) => {
      const { type } = event.target as { type?: string };
      if (type === "checkbox" || type === "select-one") go(true);
    },
  };
}
