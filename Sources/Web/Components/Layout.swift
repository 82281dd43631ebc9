import Membership

/// The frame around every page: what stands above and below whatever the page has to say.
struct Layout: Sendable {
    let page: Page
    let site: Site
    let visit: Visit

    var html: HTML {
        """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        \(page.summary.map { "<meta name=\"description\" content=\"\($0)\">" })
        \(page.reloadsAfter.map { "<noscript><meta http-equiv=\"refresh\" content=\"\($0)\"></noscript>" })
        <link rel="preload" href="\(site.assets.address(of: "fonts/source-serif-4-semibold.woff2"))" as="font" type="font/woff2" crossorigin>
        <link rel="stylesheet" href="\(site.assets.styleSheet)">
        <link rel="icon" href="\(site.assets.address(of: "images/favicon.ico"))" sizes="32x32">
        <link rel="icon" href="\(site.assets.address(of: "images/mark.svg"))" type="image/svg+xml">
        \(page.feeds.html(\.link))
        <script type="module" src="\(site.assets.address(of: "js/frankpledge.js"))"></script>
        </head>
        <body>
        <a class="skip-link" href="#content">Skip to the content</a>
        \(header)
        \(notice)
        \(GlassBanner(desk: site.glass, visit: visit, now: site.now()).html)
        \(Breadcrumbs(page.crumbs).html)
        <main id="content" class="\(page.width.rawValue)" tabindex="-1">
        \(TypedBefore.notice)
        \(page.body)
        </main>
        \(footer)
        \(StillThere(visit: visit).html)
        </body>
        </html>

        """
    }

    private var title: String {
        let prefix = page.hasErrors ? "Error: " : ""
        return prefix + (page.title == site.name ? site.name : "\(page.title) – \(site.name)")
    }

    private var header: HTML {
        """
        <header class="site-header">
        <div class="site-header__inner">
        <a class="site-header__name" href="\(visit.member == nil ? "/" : "/home")">\(site.name)</a>
        \(visit.member == nil ? signIn : nil)
        \(visit.member.map { member in
            """
            <nav class="site-nav" aria-label="Main">
            <ul>
            \(site.navigation(for: member).html { item in
                "<li><a href=\"\(item.address)\"\(current([item.address] + item.others))>\(item.title)</a></li>"
            })
            </ul>
            </nav>
            \(SearchBox(place: site.search, visit: visit).html)
            <form class="site-header__leave" method="post" action="/sign-out">
            \(AntiForgeryField(visit).html)
            \(SearchBox(place: site.search, visit: visit).link)
            \(inbox)
            <a href="/account"\(current("/account"))><span class="site-header__who">\(member.name)</span>\
            <span class="site-header__account">Account</span></a>
            <button class="link-button" type="submit">Sign out</button>
            </form>
            """
        })
        </div>
        </header>
        """
    }

    private var inbox: HTML? {
        visit.inbox.map { inbox in
            let count: HTML? = inbox.unread.flatMap { unread in
                guard unread > 0 else { return nil }
                return """
                    <span class="site-header__count"><span class="visually-hidden">, </span>\(unread)\
                    <span class="visually-hidden"> new</span></span>
                    """
            }
            return "<a href=\"\(inbox.address)\"\(current(inbox.address))>\(inbox.title)\(count)</a>"
        }
    }

    private var signIn: HTML {
        visit.path == "/sign-in" ? "" : "<p class=\"site-header__leave\"><a href=\"/sign-in\">Sign in</a></p>"
    }

    private func current(_ address: Address) -> HTML { current([address]) }

    private func current(_ addresses: [Address]) -> HTML {
        let isThere = addresses.contains { visit.path == $0.text || visit.path.hasPrefix($0.text + "/") }
        return isThere ? " aria-current=\"page\"" : ""
    }

    private var notice: HTML? {
        site.notice.map { notice in
            """
            <aside class="site-notice" aria-label="About this example"><p><strong>Example.</strong> \(notice)</p></aside>
            """
        }
    }

    private var footer: HTML {
        """
        <footer class="site-footer">
        <div class="site-footer__inner">
        <div>
        <p>\(site.name) uses <strong>Frankpledge</strong>, free software for Community Safety Partnerships.</p>
        <ul class="site-footer__links">
        <li><a href="/publications">Publications</a></li>
        <li><a href="/meetings">Meetings</a></li>
        <li><a href="/decisions">Decisions</a></li>
        <li><a href="/methods">How figures are made</a></li>
        <li><a href="/api">Data for programs</a></li>
        <li><a href="/accessibility">Accessibility</a></li>
        <li><a href="/privacy">Privacy and cookies</a></li>
        <li><a href="/licence">Licence and source code</a></li>
        \(site.sourceCode.map { "<li><a href=\"\($0)\">The source code itself</a></li>" })
        \(visit.member == nil ? nil : "<li><a href=\"/style-guide\">Style guide</a></li>" as HTML)
        </ul>
        </div>
        <div>\(site.attributions.html { "<p>\($0)</p>" })</div>
        </div>
        </footer>
        """
    }
}
