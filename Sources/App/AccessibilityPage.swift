import Web

/// `/accessibility`: what we promise and what we know falls short.
enum AccessibilityPage {
    static let page = Page(
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
            <h2>What is known to fall short</h2>
            <ul>
            <li>Maps are pictures. The table beside each holds the same figures.</li>
            <li>No disabled person has tested these pages yet.</li>
            </ul>
            """)
}
