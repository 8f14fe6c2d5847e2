import type { Actor } from "../domain/actor.ts";

export interface Registration {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
  timezone: string;
}

/** A person signed in, with the secret that goes into the cookie and nowhere else. */
export interface SignedIn {
  actor: Actor;
  sessionToken: string;
}

export interface AccountService {
  /** Throws `email_taken`, `validation_failed` (a common password). */
  register(input: Registration, userAgent: string): Promise<SignedIn>;
  /** Throws `invalid_credentials` for unknown, wrong and deactivated alike, in the same time. */
  login(input: { email: string; password: string }, userAgent: string): Promise<SignedIn>;
  logout(sessionToken: string): Promise<void>;
  /** Who holds this token now, with the effective permissions; null when nobody does. */
  findActor(sessionToken: string): Promise<Actor | null>;
  updateProfile(
    actor: Actor | null,
    changes: { firstName?: string; lastName?: string; timezone?: string },
  ): Promise<Actor>;
}
