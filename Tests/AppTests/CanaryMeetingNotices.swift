/// What everybody is told of meetings holds nothing that is not everybody’s.
extension Secrecy {
    private static let told = Secrecy.plain("announced to everybody")

    static let ofMeetingNotices: [String: Secrecy] = [
        "meeting_address.body": .plain("an identifier"),
        "meeting_address.step": .plain("part of an address that everybody may open"),
        "meeting_body.body": .plain("an identifier"),
        "meeting_body.slug": .plain("part of an address that everybody may open"),
        "meeting_document.role": .plain("one of the program’s own words"),
        "meeting_notice.announced_by": told,
        "meeting_notice.body": .plain("an identifier"),
        "meeting_notice.body_name": told,
        "meeting_notice.contact_email": told,
        "meeting_notice.contact_name": told,
        "meeting_notice.contact_telephone": told,
        "meeting_notice.ends_at": .plain("a time of day"),
        "meeting_notice.joining": told,
        "meeting_notice.kind": .plain("one of the program’s own words"),
        "meeting_notice.note": told,
        "meeting_notice.place": told,
        "meeting_notice.starts_at": .plain("a time of day"),
        "meeting_notice.state": .plain("one of the program’s own words"),
        "meeting_notice.step": .plain("part of an address that everybody may open"),
        "meeting_notice.why": told,
        "publication_code.code": .plain("made from an address that everybody may open"),
        "published_body.body": .plain("an identifier"),
        "published_body.content": told,
        "published_body.published_by": told,
        "published_person.person": .plain("an identifier"),
        "published_person.slug": .plain("part of an address that everybody may open"),
        "publication_record.content": told,
        "publication_text.name": told,
        "publication_text.content": told,
    ]
}
