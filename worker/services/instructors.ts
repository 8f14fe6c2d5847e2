import type { Page, PublicInstructor } from "../domain/catalog.ts";

export interface InstructorService {
  /** Active instructors, or those with an active offering of one service; stable order. */
  list(query: {
    service: string | null;
    page: number;
    perPage: number;
  }): Promise<Page<PublicInstructor>>;
  /** Throws `not_found` for unknown, suspended and deactivated alike. */
  getPublic(instructorId: string): Promise<PublicInstructor>;
}
