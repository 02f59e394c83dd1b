/** A place of ours, never another site: browsers leave tabs and line breaks out, so `/\t/` is `//` to them. */
export const ownPath = /^\/(?![/\\])[^\p{Cc}\\]*$/u;
