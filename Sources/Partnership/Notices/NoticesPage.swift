import Foundation
import Notices
import Web
import Wording

/// `/notices`: what a member is told, the latest first.
struct NoticesPage {
    private let notices: [PersonalNotice]
    private let unread: Int
    private let place: PageOfMany

    init(notices: [PersonalNotice], unread: Int, at place: PageOfMany) {
        (self.notices, self.unread, self.place) = (notices, unread, place)
    }

    func page(for visit: Visit) -> Page {
        Page(
            "Notices", crumbs: [PartnershipSections.home],
            body: """
                <h1>Notices</h1>
                <p class="lead">\(lead) <a href="/account/notices">Choose how you hear of them</a>.</p>
                \(marking(visit))
                \(notices.isEmpty ? nothing : list)
                \(Pagination(place) { ("/notices" as Address).asking(["page": "\($0)"]) }.html)
                """)
    }

    private var lead: String {
        switch unread {
        case 0: "What happened that concerns you. There is nothing new."
        case 1: "What happened that concerns you. One notice is new."
        default: "What happened that concerns you. \(unread.grouped) notices are new."
        }
    }

    private var nothing: HTML {
        EmptyState(
            "Nothing yet",
            "When something happens that concerns you, such as a seat that becomes yours, it stands here."
        ).html
    }

    /// Only what somebody has been shown is marked: what came meanwhile stays new. The latest stand on the first page.
    private func marking(_ visit: Visit) -> HTML? {
        guard unread > 0, place.number == 1, let last = notices.first else { return nil }
        return PostForm(
            to: "/notices/read", visit, values: [("last", "\(last.id)")],
            Button("Mark all as read", weight: .secondary).html
        ).html
    }

    private var list: HTML {
        """
        <ol class="notice-list">
        \(notices.html(item))
        </ol>
        """
    }

    private func item(_ notice: PersonalNotice) -> HTML {
        let new: HTML? = notice.isRead ? nil : "\(Tag("New", .waiting).html) "
        let address = Address(untrusted: notice.address)
        let title: HTML = address.map { "<a href=\"\($0)\">\(notice.title)</a>" } ?? HTML(text: notice.title)
        return """
            <li class="notice-list__item">
            <p class="notice-list__title">\(new)\(title)</p>
            <p class="notice-list__more">\(notice.why) \
            <time datetime="\(notice.at.ISO8601Format())">\(notice.at.dayAndTime)</time></p>
            </li>

            """
    }
}
