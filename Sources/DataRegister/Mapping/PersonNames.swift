/// What people are called, as far as a machine can tell.
enum PersonNames {
    /// Whether the first or last word of two to four is a common first name.
    static func looksLikeOne(_ text: String) -> Bool {
        let words = text.lowercased().split { " ,.".contains($0) }.map(String.init)
        guard (2...4).contains(words.count), words.allSatisfy(NameShape.isWord),
            !streets.contains(words[words.count - 1])
        else { return false }
        if ["mr", "mrs", "ms", "miss", "dr"].contains(words[0]) { return true }
        // ‘Smith, John’ has the first name last.
        return first.contains(words[0]) || text.contains(",") && first.contains(words[words.count - 1])
    }

    /// ‘Albert Terrace’ is nobody; ‘Paul Hill’ and ‘Sandra Lane’ may be.
    private static let streets: Set = [
        "street", "road", "avenue", "terrace", "drive", "crescent", "gardens", "square", "parade", "promenade", "mews",
        "estate",
    ]

    /// Whether it is one word, and a common surname.
    static func isSurname(_ text: String) -> Bool {
        text.utf8.count <= 20 && surnames.contains(text.lowercased().filter { !NameShape.joins.contains($0) })
    }

    /// Common surnames of England and Wales.
    private static let surnames: Set<String> = Set(
        """
        smith jones taylor williams brown davies evans wilson thomas roberts johnson lewis walker robinson thompson \
        watson jackson wright harris cooper king lee martin clarke james morgan hughes edwards moore clark \
        harrison scott morris turner carter phillips mitchell patel adams campbell anderson allen cook bailey \
        parker miller davis murphy price bell baker griffiths kelly simpson marshall collins bennett cox richardson \
        chapman hunt robertson shaw reynolds lloyd ellis richards russell wilkinson khan graham stewart reid murray \
        powell palmer holmes rogers stevens walsh hunter thomson matthews ross owen mason knight kennedy butler saunders \
        cole pearce dean foster harvey hudson gibson mills berry barnes pearson kaur booth dixon grant gordon lane harper \
        ali hart mcdonald brooks ryan carr macdonald johnston armstrong ahmed hussain begum singh akhtar obrien oconnor \
        osullivan byrne gallagher doherty kowalski nowak silva mohamed hassan osman adeyemi okafor mensah wong chan \
        atkinson dawson lawrence andrews burton webb fisher freeman jenkins payne perry rowe spencer stephenson tucker \
        watts webster wells williamson woods barker barrett bradley burgess burns byrne cunningham doyle duncan \
        elliott ferguson fletcher francis franklin fraser gardner george gilbert goodwin hamilton hawkins hayes henderson \
        henry hopkins howard hughes humphreys jennings jordan kemp lowe lynch mccarthy mckenzie morrison newman nicholson \
        oliver parry parsons porter potter read rees rhodes riley robson simmons sutton tait \
        thornton todd wallis walters warren weaver wheeler whittaker willis yates
        """.split(separator: " ").map(String.init))

    /// The commonest first names of England and Wales, of people now young and old.
    private static let first: Set<String> = Set(
        """
        aaron abigail adam adrian aisha alan albert alex alexander alice alison amanda amelia amy andrea andrew angela ann \
        anna anne anthony arthur barbara ben benjamin brenda brian callum carol caroline catherine charles charlotte chloe \
        christine christopher claire colin craig daniel darren david dawn dean deborah denise dennis derek diane donna \
        dorothy edward eileen elizabeth ella emily emma eric eva evie fatima fiona frances frank freya gareth gary gemma \
        george gillian grace graham grace hannah harry heather helen henry ian isaac isabella isla jack jacob jacqueline \
        jake james jamie jane janet jason jean jennifer jessica joan joanne john jonathan joseph joshua joyce judith julia \
        julie karen kathleen katie keith kelly kenneth kevin kimberley laura lauren leah lee leo lewis liam lily linda lisa \
        louise lucas lucy luke lynn margaret maria marie mark martin mary matthew megan melanie michael michelle mohammed \
        muhammad natalie natasha nathan neil nicholas nicola noah oliver olivia oscar owen pamela patricia patrick paul \
        pauline peter philip poppy rachel raymond rebecca richard robert roger ronald rosemary rosie roy russell ruth ryan \
        sally samantha samuel sandra sarah scott sean sharon sheila shirley simon sophia sophie stacey stephanie stephen \
        steven stuart susan suzanne teresa terence thomas timothy tony tracey tracy valerie vanessa victoria vincent \
        wayne wendy william yvonne zoe
        """.split(separator: " ").map(String.init))
}
