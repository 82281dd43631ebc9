import Web

/// `/licence`: whose the program is, and how to have its source, as section 13 of the licence asks.
struct LicencePage {
    /// Where the source is to be had; nil where whoever runs the site has not said.
    let sourceCode: String?

    var page: Page {
        Page(
            "Licence and source code",
            summary: "The licence of the program behind this site, and how to have its source.",
            body: """
                <h1>Licence and source code</h1>
                <p class="lead">This site runs on Frankpledge, which is free software: you may use it, read it, change it and \
                pass it on.</p>
                <p>Its licence is the GNU Affero General Public License, version 3 or, as you choose, any later version \
                (AGPL-3.0-or-later). The whole of it is the file <code>LICENSE</code> in the source code. There is no \
                warranty.</p>
                <h2>The source code of this very version</h2>
                <p>Whoever runs this site must let you have the source of the version running here, with any changes of \
                their own, and charge nothing for it (section 13). \(whereabouts)</p>
                <h2>What is not under this licence</h2>
                <p>The data belong to those named at the foot of every page. The typefaces, Source Serif and Source Sans, are \
                under the SIL Open Font License 1.1.</p>
                """)
    }

    private var whereabouts: HTML {
        sourceCode.map { "It is at <a href=\"\($0)\">\($0)</a>." }
            ?? "Ask the partnership whose name stands at the top of the page."
    }
}
