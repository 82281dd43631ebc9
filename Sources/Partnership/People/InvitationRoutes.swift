import Hummingbird
import Membership
import Notices
import Storage
import Web

/// `/partnership/people/{person}/invitation`: the letter by which somebody who was entered comes to take part.
struct InvitationRoutes: Sendable {
    let who: WhoIsWho
    let links: SignInLinkStore
    let identities: Identities

    func add(to routes: inout Routes) {
        let site = routes.site
        routes.members(.post, "/partnership/people/{person}/invitation", may: .keepPeople) { _, context in
            guard let id = context.parameters.get("person").flatMap({ ID<Person>($0) }),
                let person = try await who.people.person(id), person.canBeInvited
            else { throw HTTPError(.notFound) }
            let (time, identities) = (who.now(), identities)
            let inviter = context.member.name
            do {
                try await links.countInvitation(of: id, by: context.member, at: time)
            } catch let refusal as MembershipRefusal {
                throw Refusals(refusal)
            }
            try await links.make(.invitation, for: id, by: context.member.actor, at: time) { db, link, token in
                try db.post(
                    .invitation(link, from: inviter, token: token, site: site), id: identities.new(at: time))
            }
            return .redirect(to: ("/partnership/people/\(id)" as Address).asking(["invited": "yes"]))
        }
    }
}

extension Participant {
    /// Somebody who is to choose a password still.
    var canBeInvited: Bool { state == .invited && details.email != nil }
}

extension Letter {
    fileprivate static func invitation(
        _ link: SignInLink, from inviter: String, token: SessionToken, site: Site
    ) -> Letter {
        Letter(
            to: link.email.description, subject: "You are invited to \(site.name)",
            text: """
                \(link.name),

                \(inviter) invites you to take part in \(site.name) on its website.
                \(link.isForSigningIn
                    ? """
                    You have a password on the system it runs on already, from another partnership. Open this
                    address within a day, and sign in with that password to accept; it works once:
                    """ : "Open this address within a day and choose a password; it works once:")

                \(site.outside("/invitation/\(token.text)"))

                From then on you sign in with this email address and that password at
                \(site.outside("/sign-in"))

                If you did not expect this, do nothing.
                """)
    }
}
