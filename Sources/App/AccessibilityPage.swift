import Web

/// `/accessibility`: what we promise and what we know falls short, as the regulations ask a public body to say.
struct AccessibilityPage {
    let partnership: String
    let contact: Contact?

    var page: Page {
        Page(
            "Accessibility", summary: "How this site can be used, and what is known to fall short.",
            body: """
                <h1>Accessibility</h1>
                <p class="lead">Everybody should be able to use this site: by keyboard, with a screen reader, on a telephone, \
                with large text, without JavaScript, and on paper.</p>
                <h2>What you can expect</h2>
                <ul>
                <li>Every chart has a sentence that says what it shows, and its figures as a table.</li>
                <li>Colour never carries meaning alone.</li>
                <li>PDFs are tagged (PDF/UA-1): headings, tables and pictures can be followed by a screen reader. Each has the \
                same content as a page.</li>
                <li>The pages are checked against the Web Content Accessibility Guidelines 2.2, level AA, by machine with every \
                change. A machine finds only part of what people meet.</li>
                </ul>
                <h2>How far it complies</h2>
                <p>This site is partially compliant with the Web Content Accessibility Guidelines 2.2, level AA, for the \
                reasons below.</p>
                <h2>What is known to fall short</h2>
                <ul>
                <li>Maps are pictures. The table beside each holds the same figures.</li>
                <li>No disabled person has tested these pages yet.</li>
                </ul>
                <h2>Tell us what is in your way</h2>
                <p>\(telling) Say which page it is and what you need: the same in large print, by post or on the telephone, for \
                example.</p>
                <h2>If the answer does not help</h2>
                <p>The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) \
                (No. 2) Accessibility Regulations 2018. Turn to the \
                <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>, which hears \
                complaints about them.</p>
                <h2>About this statement</h2>
                <p>It was prepared on 26 November 2026, with this version of the program, from checks by machine and by its \
                makers. A partnership that finds more writes to whoever runs the site, so that it stands here.</p>
                """)
    }

    private var telling: HTML {
        contact.map { "Tell \($0.html)." } ?? "Tell an officer of \(partnership), or any agency in it."
    }
}
