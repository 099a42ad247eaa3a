/** The project's own tags that draw or mark something, one component each. Read {@link org.headcoach.site.tags.SiteTag} first. */
package org.headcoach.site.tags;
