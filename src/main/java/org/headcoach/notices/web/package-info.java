/** Views of the pages under /notices, and the page that a mail's unsubscribe link leads to. Read {@link org.headcoach.notices.web.OutboxView} first. */
package org.headcoach.notices.web;
