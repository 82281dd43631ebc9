import Decisions
import Meetings
import Membership
import Storage

/// What agendas are told of the notices in the forward plan of what is to be taken in private.
struct PrivateNoticesFromDecisions: PrivateNoticeDesk {
    let notices: PrivateNoticeStore

    func notices(of body: ID<Body>, on day: Day) async throws -> [PrivateNotice] {
        try await notices.notices(of: body.description, on: day).map { told in
            PrivateNotice(
                key: told.slug, title: told.title, firstAt: told.firstAt, secondAt: told.secondAt,
                agreement: told.agreement)
        }
    }
}
