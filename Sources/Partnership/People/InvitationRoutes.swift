import Hummingbird
import Membership
import Notices
import Storage
import Web

/// `/partnership/people/{person}/invitation` and `/partnership/people/invitations`: the letters by which those who were entered
/// come to take part.
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
            do {
                try await invite(person, context, from: site)
            } catch let refusal as MembershipRefusal {
                throw Refusals(refusal)
            }
            return .redirect(to: ("/partnership/people/\(id)" as Address).asking(["invited": "yes"]))
        }
        routes.members(.post, "/partnership/people/invitations", may: .keepPeople) { form, context in
            let all = try await who.people.people()
            let ticked = Set(form.answers("person").compactMap { ID<Person>($0) })
            let chosen =
                form["all"].isEmpty
                ? all.filter { ticked.contains($0.id) } : all.filter { $0.canBeInvited && $0.invitation == nil }
            guard !chosen.isEmpty else {
                return .redirect(to: ("/partnership/people" as Address).asking(["invited": "0"]))
            }
            return .page(InvitationsPage(people: chosen).page(for: context.visit))
        }
        routes.members(.post, "/partnership/people/invitations/sent", may: .keepPeople) { form, context in
            var (sent, left): (Int, [ID<Person>]) = (0, [])
            for id in form["people"].split(separator: ",").compactMap({ ID<Person>(String($0)) }) {
                // Of somebody who was invited when this was asked, and is not any more, it is told below.
                guard let person = try await who.people.person(id), person.canBeInvited else {
                    left.append(id)
                    continue
                }
                do {
                    try await invite(person, context, from: site)
                    sent += 1
                } catch MembershipRefusal.manyInvitations {
                    left.append(id)
                }
            }
            return .redirect(
                to: ("/partnership/people" as Address).asking([
                    "invited": "\(sent)", "not": left.isEmpty ? nil : left.map { "\($0)" }.joined(separator: ","),
                ]))
        }
    }

    private func invite(_ person: Participant, _ context: MemberContext, from site: Site) async throws {
        let (time, identities) = (who.now(), identities)
        let inviter = context.member.name
        try await links.countInvitation(of: person.id, by: context.member, at: time)
        try await links.make(.invitation, for: person.id, by: context.member.actor, at: time) { db, link, token in
            try db.post(.invitation(link, from: inviter, token: token, site: site), id: identities.new(at: time))
        }
    }
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
