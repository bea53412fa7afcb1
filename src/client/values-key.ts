/** Where the reader's values are kept in the tab's storage. */
export const KEPT_VALUES = "waymark-values";
