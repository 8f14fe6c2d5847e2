import { useBeforeUnload, useBlocker } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { changedDays, editDraft, toDraft, type WeekDraft } from "../../../week-draft.ts";
import type { WeekEdit } from "../../../week-edit.ts";
import type { Sent } from "./change.ts";
import type { HoursData } from "./load.ts";

/**
 * What is being edited on this page. It outlives a reload, is not given up without a question, and
 * follows the stored hours as long as nothing is changed.
 */
export function useDraft(data: HoursData, sent: Sent | undefined) {
  const sentDraft = sent && "draft" in sent ? sent.draft : null;
  const [draft, setDraft] = useState(() => sentDraft ?? toDraft(data));
  const [known, setKnown] = useState({ data, sentDraft });
  if (known.data !== data || known.sentDraft !== sentDraft) {
    setKnown({ data, sentDraft });
    const next = sentDraft && sentDraft !== known.sentDraft ? sentDraft : follow(draft, data);
    setDraft(next);
  }
  const isDirty = changedDays(draft).length > 0;
  const isRestored = useKeptDraft(data, draft, setDraft);
  return {
    draft,
    isDirty,
    isRestored: isRestored && isDirty,
    edit: (edit: WeekEdit) => setDraft((current) => editDraft(current, edit)),
    discard: () => setDraft(toDraft(data)),
    leaving: useLeaving(isDirty),
  };
}

/** What is stored now, unless the draft says something else. */
function follow(draft: WeekDraft, data: HoursData): WeekDraft {
  const stored = toDraft(data);
  const saysTheSame = changedDays({ ...draft, base: stored.base }).length === 0;
  return saysTheSame || changedDays(draft).length === 0 ? stored : draft;
}

/** Keeps an unsaved draft for this tab, and answers whether one was found. */
function useKeptDraft(data: HoursData, draft: WeekDraft, setDraft: (draft: WeekDraft) => void) {
  const [isRestored, setIsRestored] = useState(false);
  const hasRead = useRef(false);
  const name = `hours:${data.ownerId}:${data.start ?? "weekly"}`;
  useEffect(() => {
    if (!hasRead.current) {
      hasRead.current = true;
      const kept = readKept(name, data);
      if (kept && changedDays(draft).length === 0) {
        setDraft(kept);
        setIsRestored(true);
        return;
      }
    }
    if (changedDays(draft).length > 0) sessionStorage.setItem(name, JSON.stringify(draft));
    else sessionStorage.removeItem(name);
  }, [name, data, draft, setDraft]);
  return isRestored;
}

function readKept(name: string, data: HoursData): WeekDraft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(name) ?? "null") as WeekDraft | null;
    if (!kept) return null;
    const stored = toDraft(data);
    const days = stored.days.map((day) => {
      const own = kept.days.find(({ key }) => key === day.key);
      return own && !day.isFixed ? own : day;
    });
    const draft = { seen: String(kept.seen), base: { ...stored.base, ...kept.base }, days };
    return follow(draft, data) === draft ? draft : null;
  } catch {
    // Something else wrote there; there is nothing to restore.
    return null;
  }
}

/** Asks before the page is left with something unsaved. */
function useLeaving(isDirty: boolean) {
  useBeforeUnload((event) => {
    if (isDirty) event.preventDefault();
  });
  return useBlocker(({ currentLocation, nextLocation }) => {
    const weekOf = (search: string) => new URLSearchParams(search).get("week");
    return (
      isDirty &&
      (currentLocation.pathname !== nextLocation.pathname ||
        weekOf(currentLocation.search) !== weekOf(nextLocation.search))
    );
  });
}
