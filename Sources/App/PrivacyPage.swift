import Web

/// `/privacy`: what is kept of people, how long, and on what basis, as far as the program knows. A partnership’s own notice
/// says the rest, and may rest on this.
struct PrivacyPage {
    let partnership: String
    /// Whom people turn to; nil where whoever runs the site has not said.
    let contact: Contact?
    /// Whether cookies travel over HTTPS alone.
    let isSecure: Bool

    var page: Page {
        Page(
            "Privacy and cookies", summary: "What this site keeps of people, how long, and whom to ask.",
            body: """
                <h1>Privacy and cookies</h1>
                <p class="lead">\(partnership) runs this site for the people who work in the partnership. This page says what \
                the program keeps of you, how long, and whom to ask.</p>
                <h2>Who is responsible</h2>
                <p>The agencies of the partnership decide what is kept here and why: together they are the controller, as far \
                as they have agreed nothing else. \(asking)</p>
                <h2>If you only look</h2>
                <p>Nothing is kept of you, no cookie is set, and no other site is told that you were here. Your network address \
                is counted for some minutes, in memory alone, so that nobody can stop the site by asking too much.</p>
                <h2>If you take part</h2>
                \(kept)
                <h2>Cookies</h2>
                <p>Two, set when you sign in and needed for that: neither follows you elsewhere, so the law asks for no consent \
                (regulation 6(4) of the Privacy and Electronic Communications Regulations 2003).</p>
                \(cookies)
                <h2>Figures about crime</h2>
                <p>They come from what the police publish. That has no names, and the place of an incident is moved to one of a \
                fixed list of points. Reports and files that partners give are kept as they came.</p>
                <h2>On what basis</h2>
                <p>The partnership exists because the Crime and Disorder Act 1998 says so (sections 5 to 7), and needs to know \
                who takes part in it. Most partnerships rest on that: a task in the public interest (Article 6(1)(e) of the UK \
                GDPR). Which basis this one relies on is for the partnership to say; ask it.</p>
                <h2>What you can ask for</h2>
                <p>To see what is kept of you, to have it put right, to have it taken out or its use restricted, and to object. \
                Much you see for yourself under Account. What stands in the record of who did what cannot be taken out: it is \
                there so that nobody can change what was decided, and by whom. A name can be put right everywhere else.</p>
                <p>If you are not content with the answer, the Information Commissioner hears complaints: \
                <a href="https://ico.org.uk/make-a-complaint/">ico.org.uk</a>, or telephone 0303 123 1113.</p>
                """)
    }

    private var asking: HTML {
        contact.map { "Ask \($0.html)." } ?? "Ask any of them, or an officer of the partnership."
    }

    private var kept: HTML {
        DataTable(
            "What is kept of those who take part", columns: [.text("What"), .text("Who sees it"), .text("How long")],
            rows: Self.rows.map { [HTML(text: $0.0), HTML(text: $0.1), HTML(text: $0.2)] }
        ).html
    }

    private static let rows = [
        (
            "Your name, whom you work for, and the seats you hold or held",
            "Everybody who holds a seat; of a seat on a private panel, its members and those who keep the structure or the people",
            "For good: who held which seat is part of the partnership’s record"
        ),
        (
            "Your email address", "Those who keep people, and yourself",
            "Until an officer changes it or takes it out; the entry of that keeps the old one"
        ),
        (
            "Your telephone number, where one is entered",
            "Those who keep people; everybody who holds a seat, where you are an agency’s liaison officer",
            "Until an officer changes it or takes it out; the entry of that keeps the old one"
        ),
        (
            "Whether you are invited, active, suspended or have left, and since when",
            "Those who keep people, and that you have left, everybody who holds a seat", "For good"
        ),
        (
            "Your password", "Nobody: only what it can be checked by is kept (Argon2id)", "Until you choose another"
        ),
        (
            "The secret of your second step", "Nobody: it is closed with a key that lies apart from the records",
            "Until you take it away"
        ),
        (
            "Where you are signed in: the browser’s kind, since when, last seen", "Yourself",
            "Until you sign out, twelve hours at most; it is cleared away when you next sign in"
        ),
        ("That a browser is known as yours", "Nobody", "A year"),
        ("How often a password was tried, by email address and network address, as a hash", "Nobody", "Two days"),
        ("Notices to you, and how you want to be told", "Yourself", "For good"),
        ("Letters to you by email", "Nobody here", "Until they are sent, a day at most"),
        (
            "What you did: every change, signing in, and what you open after breaking the glass",
            "Each of it those who may see the thing itself; signing in, yourself and administrators",
            "For good: entries cannot be changed or taken away"
        ),
        ("Files that you give, with their names", "Those who may see the data", "For good, as received"),
        ("Backups of all this", "Whoever runs the site", "A fortnight, where the program makes them by itself"),
    ]

    private var cookies: HTML {
        let prefix = isSecure ? "__Host-" : ""
        return DataTable(
            "The cookies of this site", columns: [.text("Name"), .text("What it is for"), .text("How long")],
            rows: [
                ["\(prefix)frankpledge", "That you are signed in", "Twelve hours, or until you sign out"],
                [
                    "\(prefix)frankpledge-browser",
                    "That you signed in here before, so that nobody can lock you out from elsewhere", "A year",
                ],
            ]
        ).html
    }
}

/// Whom people turn to about the site, as whoever runs it said: an email address, a telephone number, or words.
struct Contact: Sendable {
    let text: String

    var html: HTML {
        let isEmail = text.wholeMatch(of: /[^@\s<>]+@[^@\s<>]+/) != nil
        return isEmail ? "<a href=\"mailto:\(text)\">\(text)</a>" : HTML(text: text)
    }
}
