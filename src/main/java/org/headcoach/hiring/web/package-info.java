/** Pages, exports and files of hiring. Read {@link org.headcoach.hiring.web.LearnView} first. */
package org.headcoach.hiring.web;
