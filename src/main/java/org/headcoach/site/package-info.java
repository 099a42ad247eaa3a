/** What every page shares: where the reader is, texts, sign-in, refusals, security headers. Read {@link org.headcoach.site.Here} first. */
package org.headcoach.site;
