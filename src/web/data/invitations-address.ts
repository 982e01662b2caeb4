import { invitationStates } from "./people-words.ts";

/** What became of an invitation, as the API names it. */
export type InvitationStateName = keyof typeof invitationStates;

/** Every state, in the order that an invitation goes through them. */
export const invitationStateNames = Object.keys(invitationStates) as InvitationStateName[];

/** What an address of the list of invitations asks for; what cannot be used is left out. */
export interface InvitationsAddress {
  readonly state: InvitationStateName | undefined;
  /** Those of one list. */
  readonly batch: string | undefined;
  readonly after: string | undefined;
}

/** Reads an address. */
export function readInvitationsAddress(params: URLSearchParams): InvitationsAddress {
  const word = params.get("state");
  return {
    state: invitationStateNames.find((state) => invitationStates[state].word === word),
    batch: params.get("batch")?.slice(0, 200) || undefined,
    after: params.get("after") || undefined,
  };
}

/** The shortest address that asks for this. */
export function toInvitationsPath({ state, batch, after }: InvitationsAddress): string {
  const params = new URLSearchParams({
    ...(batch !== undefined && { batch }),
    ...(state && { state: invitationStates[state].word }),
    ...(after !== undefined && { after }),
  });
  return params.size === 0 ? "/people/invitations" : `/people/invitations?${params}`;
}
