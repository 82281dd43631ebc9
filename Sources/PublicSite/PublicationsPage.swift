import Foundation
import Publishing
import Web
import Wording

/// `/publications`: everything that was published, sort by sort.
struct PublicationsPage {
    let publications: [Publication]

    var page: Page {
        Page(
            "Publications", summary: "Documents that the partnership has published.",
            crumbs: [Mention(at: "/", titled: "Welcome")],
            body: """
                <h1>Publications</h1>
                <p class="lead">What the partnership lays before everybody. A version is never changed once it is published: \
                what is put right stands in the next one, and the earlier ones can still be read. <a href="/meetings/search">Search all of \
                it</a>.</p>
                \(publications.isEmpty ? EmptyState("Nothing is published yet", "What is published will stand here.").html : nil)
                \(Publication.Kind.allCases.html(section))
                """)
    }

    private func section(_ kind: Publication.Kind) -> HTML {
        let found = publications.filter { $0.kind == kind }
        guard !found.isEmpty else { return .empty }
        guard let place = kind.place else {
            // The newest year first: their addresses end with it.
            return section(kind, found.sorted { $0.slug > $1.slug })
        }
        let newest = found.sorted { $0.latest > $1.latest }.prefix(Self.mostOfMeetings)
        return """
            \(section(kind, Array(newest)))
            <p>\(found.count > newest.count ? "These are the newest. " : "")\
            <a href="\(place.address)">\(place.title)</a></p>
            """
    }

    /// How many papers of meetings of a sort are listed: each stands with its meeting too.
    private static let mostOfMeetings = 5

    private func section(_ kind: Publication.Kind, _ found: [Publication]) -> HTML {
        """
        <h2>\(kind.titleOfMany)</h2>
        <ul class="publications">
        \(found.html(item))
        </ul>
        """
    }

    private func item(_ publication: Publication) -> HTML {
        guard let version = publication.current else {
            return """
                <li class="publications__item"><a href="\(publication.address)">\(publication.title)</a>
                <p class="publications__about">Withdrawn.</p></li>

                """
        }
        let papers = version.files.filter { $0.type == .pdf }.html { file in
            " · <a href=\"\(version.address(of: file, in: publication))\">\(file.title ?? file.name) (PDF, \(file.size.asSize))</a>"
        }
        return """
            <li class="publications__item"><a href="\(publication.address)">\(version.title)</a>
            <p class="publications__about">\(version.summary)</p>
            <p class="publications__about">Version \(version.number), published \(version.publishedAt.day)\(papers)</p></li>

            """
    }
}

extension Publication {
    /// When its newest version was published.
    fileprivate var latest: Date { versions.first?.publishedAt ?? .distantPast }
}
