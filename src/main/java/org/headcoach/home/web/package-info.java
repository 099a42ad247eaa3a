/** The views of the front page and of the menu that every page shows. Read {@link org.headcoach.home.web.MenuView} first. */
package org.headcoach.home.web;
