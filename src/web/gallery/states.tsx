import { CopyButton } from "../components/copy-button.tsx";
import { ErrorPage } from "../components/error-page.tsx";
import { BusyBar, OfflineNote } from "../components/layout.tsx";
import { OfflinePage } from "../components/offline-page.tsx";
import { Pager } from "../components/pager.tsx";
import type { Area } from "./specimen.ts";

/** Nothing there, not yet there, gone wrong; and the ways on. */
export const states: Area = {
  name: "States and ways on",
  specimens: [
    { name: "Pager, first page", show: <Pager next="#next" /> },
    { name: "Pager, in the middle", landmark: true, show: <Pager first="#first" next="#next" /> },
    { name: "Pager, last page", landmark: true, show: <Pager first="#first" /> },
    { name: "Offline note", show: <OfflineNote shown /> },
    { name: "A page on its way", note: "At the top edge of the window.", show: <BusyBar /> },
    { name: "Copy button", show: <CopyButton text="01k9examplelog">Copy the number</CopyButton> },
    {
      name: "Offline",
      wholePage: true,
      show: <OfflinePage retry={async () => false} stay={() => undefined} />,
    },
    { name: "Page not found", wholePage: true, show: <ErrorPage status={404} /> },
    { name: "Our fault", wholePage: true, show: <ErrorPage status={500} logId="01k9examplelog" /> },
    { name: "Our fault, without a number", wholePage: true, show: <ErrorPage status={500} /> },
    { name: "Refused", wholePage: true, show: <ErrorPage status={400} /> },
    { name: "Too many requests", wholePage: true, show: <ErrorPage status={429} /> },
    { name: "Being updated", wholePage: true, show: <ErrorPage status={503} /> },
  ],
};
