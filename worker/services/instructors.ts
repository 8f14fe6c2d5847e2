import type { InstructorRepository } from "../../db/repositories/instructors.ts";
import type { Page, PublicInstructor } from "../domain/catalog.ts";
import { DomainError } from "../domain/errors.ts";

export interface InstructorService {
  /** Active instructors, or those with an active offering of one service by its rate; stable order. */
  list(query: {
    service: string | null;
    page: number;
    perPage: number;
  }): Promise<Page<PublicInstructor>>;
  /** Throws `not_found` for unknown, suspended and deactivated alike. */
  getPublic(instructorId: string): Promise<PublicInstructor>;
}

export function createInstructorService({
  instructors,
}: {
  instructors: InstructorRepository;
}): InstructorService {
  return {
    async list({ service, page, perPage }) {
      const found = await instructors.listPublic(service, perPage, (page - 1) * perPage);
      return { ...found, page, perPage };
    },
    async getPublic(instructorId) {
      const profile = await instructors.findPublic(instructorId);
      if (!profile) throw new DomainError("not_found");
      return profile;
    },
  };
}
