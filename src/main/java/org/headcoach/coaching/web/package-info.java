/** The views of the coaching pages, one a page, and how figures are worded on them. Read {@link org.headcoach.coaching.web.Wording} first. */
package org.headcoach.coaching.web;
