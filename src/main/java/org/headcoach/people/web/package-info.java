/** Views of the pages under /people. Read {@link org.headcoach.people.web.PersonView} first. */
package org.headcoach.people.web;
