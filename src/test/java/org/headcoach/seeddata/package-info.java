/** Invents the demo company once and writes it as the files a real company would export. Read {@link org.headcoach.seeddata.DemoCompany} first. */
package org.headcoach.seeddata;
