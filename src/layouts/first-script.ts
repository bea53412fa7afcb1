/**
 * The one script that runs before the first paint: it tells the styles that there
 * is script, and sets the theme that the reader chose. Kept as one text, so that a
 * content security policy can name it by its hash.
 */
export const FIRST_SCRIPT =
  '(d=>{d.classList.add("js");try{const t=localStorage.theme;if(t)d.dataset.theme=t}catch{}})(document.documentElement)';
