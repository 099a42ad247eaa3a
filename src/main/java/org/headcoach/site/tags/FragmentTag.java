package org.headcoach.site.tags;

/** What ui:fragment makes; faces-config names it in place of the platform's. */
public class FragmentTag extends Once {
}
