import Administration
import DataRegister
import Membership
import Partnership
import StrategicAssessment

/// Whether a column holds something that is not everybody’s.
enum Secrecy {
    /// A canary goes into every row of it.
    case kept(Readers, Shape = .words)
    /// Entries cannot be changed afterwards, and what is found has an audience of its own: ``CanaryHouse`` makes these.
    case sownElsewhere
    /// No canary, for a reason that holds for whatever stands there.
    case plain(String)
}

/// Who may see what stands in a column of their own partnership. Nobody may see another partnership’s.
enum Readers: Hashable {
    /// It is shown nowhere on the site.
    case nobody
    case holders(Permission)
    /// Those who hold both.
    case holdersOfBoth(Permission, Permission)
    /// The person whom the column of this name holds.
    case oneself(String)
    case oneselfAndHolders(String, Permission)
}

/// What a canary has to look like to stand in its column.
enum Shape {
    case words, email, list, secret
}

extension Secrecy {
    /// Every column that holds text or bytes, as `table.column`, but for identifiers, moments and days, which say so.
    static let ofColumns = [
        assessment, ground, strategic, ofMeetingNotices, ofCommittees,
    ].reduce(membership) { $0.merging($1) { own, _ in own } }

    private static let whoIsWho = Secrecy.kept(.holders(.seeWhoIsWho))
    private static let read = Secrecy.kept(.holders(.readAssessments))
    private static let word = Secrecy.plain("one of the program’s own words")
    private static let code = Secrecy.plain("a code of the Office for National Statistics")
    private static let month = Secrecy.plain("a month")
    private static let published = Secrecy.plain("laid before everybody")
    private static let hash = Secrecy.plain("a hash, from which nothing can be read")

    private static let membership: [String: Secrecy] = [
        "agency.name": whoIsWho,
        "agency.sort_name": .kept(.nobody),
        "agency.kind": word,
        "body.name": whoIsWho,
        "body.regime": word,
        "body.purpose": whoIsWho,
        "body.frequency": whoIsWho,
        "broken_glass.permission": word,
        "broken_glass.reason": .kept(.holders(.overseeGlass)),
        "credential.hash": .kept(.nobody),
        "glass_use.address": .plain("an address within the site, which answers each what they may see"),
        "glass_use.permission": word,
        "known_browser.token_hash": hash,
        "membership.name": whoIsWho,
        "membership.sort_name": .kept(.nobody),
        "membership.state": word,
        // Of a liaison officer everybody may see it: this is of somebody else.
        "membership.telephone": .kept(.holders(.keepPeople)),
        "partnership_agency.standing": word,
        "partnership_area.country": word,
        "partnership_area.councils": word,
        "person.email": .kept(.oneselfAndHolders("id", .keepPeople), .email),
        "recovery_code.code_hash": hash,
        "seat.title": whoIsWho,
        "seat.role": word,
        "second_factor.secret": .kept(.nobody, .secret),
        "session.token_hash": hash,
        "session.means": word,
        "session.browser": .kept(.oneself("member")),
        "sign_in_link.token_hash": hash,
        "sign_in_link.purpose": word,
    ]

    private static let assessment: [String: Secrecy] = [
        "boundary.code": code,
        "boundary.name": read,
        "boundary.level": word,
        "boundary.shape": .plain("published outlines of areas"),
        "comparator_choice.address": .plain("a name in addresses, by which figures are cited"),
        "comparator_choice.chosen_by": read,
        "comparator_retirement.address": .plain("a name in addresses, by which figures are cited"),
        "comparator_retirement.why": read,
        "comparator_retirement.made_by": read,
        "comparator_version.address": .plain("a name in addresses, by which figures are cited"),
        "comparator_version.kind": word,
        "comparator_version.name": read,
        "comparator_version.source": read,
        "comparator_version.members": .kept(.holders(.readAssessments), .list),
        "comparator_version.working": .plain("distances between published districts; a canary would be none"),
        "comparator_version.why": read,
        "comparator_version.made_by": read,
        "crime_count.lsoa": code,
        "crime_count.crime_type": word,
        "crime_point.lsoa": code,
        "data_import.kind": word,
        "data_mapping.data_set": .plain("a name in addresses, by which figures are cited"),
        "data_mapping.mapping": .plain("what the columns of a table mean; a canary would be no mapping"),
        "data_mapping.made_by": read,
        "data_release.data_set": .plain("a name in addresses, by which figures are cited"),
        "data_release.given_fingerprint": hash,
        "data_set.address": .plain("a name in addresses, by which figures are cited"),
        "data_set.name": read,
        "data_set.provider_agency": .plain("an identifier"),
        "data_set.provider_name": read,
        "data_set.holds": read,
        "data_set.frequency": word,
        "data_set.first_month": month,
        "data_set.due": word,
        "data_set.licence": read,
        "data_set.notes": read,
        "data_set.absent_rows": word,
        "data_set_period.data_set": .plain("a name in addresses, by which figures are cited"),
        "data_set_period.first_month": month,
        "data_set_period.last_month": month,
        "data_set_period.level": word,
        "data_set_period.part": read,
        "data_import.name": read,
        "data_import.sha256": hash,
        "data_import.state": word,
        "data_import.problem": read,
        "data_import.began_by": read,
        "data_release.kind": word,
        "data_release.name": read,
        "data_release.sha256": hash,
        "data_release.publisher": read,
        "data_release.licence": read,
        "data_release.received_by": read,
        "data_release.first_month": month,
        "data_release.last_month": month,
        "data_release.remarks": .kept(.holders(.readAssessments), .list),
        "district_count.district": .plain("a published name, by which the sample addresses go"),
        "district_count.crime_type": word,
        "force_month.force": read,
        "force_month.month": month,
        "lsoa.code": code,
        "lsoa.name": read,
        "lsoa.district": .plain("a published name, by which the sample addresses go"),
        "lsoa.named_in": month,
        "map_point_name.name": .plain("a name as published, of a point that stands for several streets"),
        "map_point_name.named_in": month,
        "mapped_file.data_set": .plain("a name in addresses, by which figures are cited"),
        "mapped_file.mapping": .plain("what the columns of a table mean; a canary would be no mapping"),
        "mapped_file.first_month": month,
        "mapped_file.given_fingerprint": hash,
        "mapped_file.remark": .plain("which sheets a workbook had; files that wait are seen by who may import"),
        "mapped_file.last_month": month,
        "measure.data_set": .plain("a name in addresses, by which figures are cited"),
        "measure.address": .plain("a name in addresses, by which figures are cited"),
        "measure.name": read,
        "measure.unit": read,
        "measure.polarity": word,
        "observation.measure": .plain("a name in addresses, by which figures are cited"),
        "observation.place": code,
        "observed_place.level": word,
        "observed_place.place": code,
        "observed_place.name": read,
        "place_link.child": code, "place_link.child_name": read,
        "place_link.parent": code, "place_link.parent_name": read, "place_link.parent_level": word,
        "place_name.level": word, "place_name.told_by": word,
        "place_name.code": code, "place_name.name": read,
        "population.place": code,
        "population.name": read,
        "population.level": word,
        "population.district": code,
        "population.basis": word,
        "postcode.postcode": .plain("a published table of postcodes"),
        "postcode.lsoa": code,
        "recording_change.first_month": month,
        "recording_change.measures": .plain("names in addresses, by which figures are cited"),
        "recording_change.sentence": read,
        "recording_change.source": read,
        "recording_change.place_level": word,
        "recording_change.place_name": read,
        "recording_change.made_by": read,
        "recording_change_withdrawal.why": read,
        "recording_change_withdrawal.made_by": read,
        "undated_row.measure": .plain("a name in addresses, by which figures are cited"),
        "undated_row.place": code,
        "release_fault.file": read,
        "release_fault.column_name": read,
        "release_fault.reason": read,
    ]

    private static let drafted = Secrecy.kept(.holders(.readStrategicAssessments))

    private static let strategic: [String: Secrecy] = [
        "agreed_ranking.ranking": .plain("themes, scores and figures; a canary would be no ranking"),
        "agreed_ranking.agreed_by": drafted,
        "agreed_ranking.note": drafted,
        "agreed_ranking.entered_by": drafted,
        "annual_assessment.year": .plain("a year"),
        "annual_assessment.first_month": month,
        "annual_assessment.last_month": month,
        "annual_assessment.compared_first": month,
        "annual_assessment.compared_last": month,
        "assessment_text.place": .plain("which part of the document a text is"),
        "assessment_text.markdown": drafted,
        "assessment_text.written_by": drafted,
        "comment_answer.text": drafted,
        "comment_answer.written_by": drafted,
        "focus_place.place": .plain("a place as figures name it"),
        "focus_place.name": drafted,
        "focus_place.reason": drafted,
        "focus_place.chosen_by": drafted,
        "focus_place.ended_because": drafted,
        "focus_place.ended_by": drafted,
        "review_comment.place": .plain("which part of the document it is about"),
        "review_comment.text": drafted,
        "review_comment.written_by": drafted,
        "review_comment.agency": drafted,
        "ranking_rules.rules": .plain("numbers; a canary would be no rules"),
        "ranking_rules.why": drafted,
        "ranking_rules.set_by": drafted,
        "severity_list.address": .plain("a title as it stands in addresses"),
        "severity_list.title": drafted, "severity_list.publisher": drafted, "severity_list.link": drafted,
        "severity_list.licence": drafted, "severity_list.unit": drafted, "severity_list.file": drafted,
        "severity_list.weights": .plain("published weights; a canary would be no list"),
        "severity_list.entered_by": drafted,
        "theme.name": drafted,
        "theme.covers": drafted,
        "theme.measures": .plain("names in addresses, by which figures are cited"),
        "theme_score.criterion": word,
        "theme_score.scorer": .plain("an identifier, or one of the program’s own words"),
        "theme_score.reason": drafted,
        "theme_score.source": drafted,
        "theme_score.entered_by": drafted,
        "theme_score.basis": .plain("a citation in JSON; a canary would be none, and theme_score.source has its words"),
    ]

    private static let ground: [String: Secrecy] = [
        "entry.act": word,
        "entry.subject_kind": word,
        "entry.subject_address": .sownElsewhere,
        "entry.actor_kind": word,
        "entry.actor_address": .plain("an identifier, or one of the program’s own words"),
        "entry.outcome": word,
        "entry.detail_hash": hash,
        "entry.hash": hash,
        "entry_detail.salt": .plain("chance"),
        "entry_detail.actor_name": .sownElsewhere,
        "entry_detail.why": .sownElsewhere,
        "entry_detail.changes": .sownElsewhere,
        "entry_detail.refusal": .sownElsewhere,
        "entry_head.hash": hash,
        "job.kind": word,
        "job.name": .plain("an identifier or a moment"),
        "job.state": word,
        "job.lease": .plain("chance"),
        "job.problem": .kept(.holders(.lookAfterSystem)),
        "kept_result.key": hash,
        "kept_result.result": .kept(.nobody, .list),
        "letter.recipient": .kept(.nobody, .email),
        "letter.subject": .kept(.nobody),
        "letter.text": .kept(.nobody),
        "migration.slice": word,
        "migration.name": word,
        "migration.hash": hash,
        "notice_choice.choice": word,
        "partnership_profile.profile": .sownElsewhere,
        "partnership_profile.host": .plain("the name by which everybody asks for the site"),
        "personal_notice.title": .kept(.oneself("person")),
        "personal_notice.address": .plain("an address within the site, which answers each what they may see"),
        "personal_notice.why": .kept(.oneself("person")),
        "publication.kind": word,
        "publication.slug": published,
        "publication_file.name": published,
        "publication_file.title": published,
        "publication_file.type": word,
        "publication_file.sha256": hash,
        "publication_version.title": published,
        "publication_version.summary": published,
        "publication_version.published_by": published,
        "publication_version.changes": published,
        "publication_version.page_sha256": hash,
        "publication_version.hash": hash,
        "publication_withdrawal.why": published,
        "publication_note.said": published,
        "publication_note.why": published,
        "search_document.kind": word,
        "search_document.subject": .plain("an identifier"),
        "search_document.audience": .plain("a permission’s name"),
        "search_document.title": .sownElsewhere,
        "search_document.text": .sownElsewhere,
        "search_document.title_words": .plain("made from the title"),
        "search_document.text_words": .plain("made from the text"),
        "search_document.title_spelt": .plain("made from the title"),
        "search_document.text_spelt": .plain("made from the text"),
        "search_form.form": word,
        "tally.key": hash,
    ]
}
