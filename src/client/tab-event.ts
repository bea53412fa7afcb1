/** The event of the document that tells of panels opened and closed. */
export const TABS_CHANGED = "tabschanged";
