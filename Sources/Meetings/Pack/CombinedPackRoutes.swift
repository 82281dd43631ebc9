import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/committees/meetings/{meeting}/combined`: everything that was published for a meeting, in one pack.
struct CombinedPackRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/meetings/{meeting}/combined"
        routes.members(.post, path, may: .publishAgendas, use: combine)
        routes.members(.get, path + "/{pack}/{file}", may: .readMeetings, as: .printing, use: pack)
    }

    private func combine(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        do {
            try await desks.combine(found, by: context.member.actor)
            return .redirect(to: found.address)
        } catch let refusal as any Refused {
            return missing(found, refusal.reason)
        } catch let error as PressError {
            return missing(found, "\(error)")
        }
    }

    private func missing(_ found: MeetingDesks.Found, _ reason: String) -> Reply {
        let page = MissingPaper(
            "The pack was not put together", because: reason,
            instead: Mention(at: found.address, titled: "The meeting, with its agenda and supplements"),
            crumbs: found.crumbs
        ).page
        return .page(page, status: .unprocessableContent)
    }

    /// The members’ only for those who may read what is in it.
    private func pack(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let packs = try await desks.packs.packs(of: found.meeting.id)
        guard let pack = packs.first(where: { "\($0.number)" == context.parameters.get("pack") }) else {
            throw HTTPError(.notFound)
        }
        switch context.parameters.get("file") {
        case "pack.pdf":
            return .shown(
                try desks.files.bytes(of: pack.pack), type: "application/pdf", named: "Combined pack \(pack.number).pdf"
            )
        case "members.pdf":
            guard let hash = pack.membersPack, desks.seesWithheld(of: found, context.member) else {
                throw HTTPError(.notFound)
            }
            return .shown(
                try desks.files.bytes(of: hash), type: "application/pdf",
                named: "Combined pack \(pack.number), members.pdf"
            ).neverKept()
        default: throw HTTPError(.notFound)
        }
    }
}
