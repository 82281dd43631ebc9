import Web

/// `/api`: what programs can ask for, in words.
struct APIPage {
    var page: Page {
        Page(
            "Data for programs", summary: "What programs can ask of this site, and how it is answered.",
            body: """
                <h1>Data for programs</h1>
                <p class="lead">Everything that is published here can be read by programs, without asking anybody. Members read \
                all series too. Nothing can be changed this way.</p>
                \(published)
                \(committees)
                \(series)
                \(answers)
                \(meaning)
                """)
    }

    private var published: HTML {
        """
        <h2>What is published: for everybody</h2>
        <p><a href="/api/publications"><code>/api/publications</code></a> lists every document with its versions: when each was \
        published, its SHA-256, what readers were told since, and its files. Of an assessment \
        <code>assessment.json</code> has the whole document (texts, order of themes, every figure by its address, with its \
        words, interval, notes and source) and the <code>.csv</code> files its tables. A version never changes.</p>
        <p>In a <code>.csv</code> of an assessment each row is one fact, and numbers are plain: ASCII digits, a point, a minus, \
        no sign of thousands and none of per cent. A column’s name has its unit: <code>change_percent</code>, \
        <code>per_1000</code> (for each 1,000 residents), <code>change_percent_lower</code> and <code>…_upper</code> (the ends of \
        the 95% interval). Months are <code>2015-01</code>, days <code>2016-02-09</code>. What is not known is an empty cell, and \
        <code>reason</code> says why. <code>figures.csv</code> has <code>value</code>, <code>unit</code>, <code>lower</code>, \
        <code>upper</code>, and under <code>said</code> the words of the page. In <code>assessment.json</code> the same are \
        <code>measured</code> of a figure, <code>facts</code> (<code>columns</code> and <code>rows</code>) of a table and \
        <code>numbers</code> of a comparison, with <code>null</code> where nothing is known. <code>value</code> of a figure and \
        <code>rate</code> and <code>mean</code> of a comparison are numbers too, with the words of the page in \
        <code>valueInWords</code> and so on; <code>rows</code> beside <code>facts</code> is the table as it is read. \
        <code>notKnown</code> lists what the document says is not known. Versions published before that was so have words \
        alone.</p>
        <p><a href="/meetings.ics"><code>/meetings.ics</code></a> is the calendar of meetings (iCalendar, RFC 5545), and \
        <code>.ics</code> after the address of a body or of a meeting is theirs. A meeting keeps its <code>UID</code>; its \
        <code>SEQUENCE</code> rises when it is moved or called off. <a href="/meetings.atom"><code>/meetings.atom</code></a> \
        has what was announced and which papers were published (Atom, RFC 4287).</p>
        """
    }

    private var committees: HTML {
        """
        <h2>Committees: for everybody</h2>
        <p><a href="/oparl/v1.1/system"><code>/oparl/v1.1/system</code></a> is where a program begins that speaks \
        <a href="https://oparl.org/spezifikation/">OParl 1.1</a>: bodies and who sits on them, people, meetings, items of agendas \
        with what was resolved, papers, files (superseded agendas too), places and municipal years. Every object answers by its own \
        <code>id</code>. Lists come 100 at a time, with <code>links</code> to the other pages. Ask for less with:</p>
        <ul>
        <li><code>limit=20</code></li>
        <li><code>created_since</code>, <code>created_until</code>, <code>modified_since</code>, <code>modified_until</code>: a \
        moment with its offset, <code>2016-02-09T19:00:00+00:00</code></li>
        </ul>
        <p>With <code>modified_since</code> comes also what is there no more, with <code>deleted</code>. Times are those of London’s \
        clocks with how far they are from UTC, and pages of other sites may read all of it (CORS).</p>
        <p>Attendance is a table (CSV) below each body and member of <a href="/bodies"><code>/bodies</code></a>, counted from \
        published minutes. <a href="/bodies.atom"><code>/bodies.atom</code></a> has minutes and decisions; <code>.atom</code> after \
        the address of a body has its own, and so has <code>/meetings/search.atom?q=…</code> any search.</p>
        """
    }

    private var series: HTML {
        """
        <h2>Series: for members</h2>
        <p>Sign in with the browser; a program sends the same cookie. Who may read figures on pages may read them here, and \
        nobody else.</p>
        <p><code>/api/series</code> lists the series there are, 100 on a page: address, measure, place, period, unit, source, \
        licence, and the newest release of its data set. <code>next</code> is the address of the page after, and <code>null</code> on the last. Narrow it with:</p>
        <ul>
        <li><code>measure=street-crime/burglary</code></li>
        <li><code>place=district:thanet</code></li>
        <li><code>page=2</code></li>
        </ul>
        <p><code>/api/series/street-crime/burglary/district:thanet</code> has the values of one, and the same address with \
        <code>/values.csv</code> after it has them as a table. Small areas are not in the list; ask for one by its code, \
        <code>lsoa-2011:E01024678</code>. Ask for less with:</p>
        <ul>
        <li><code>from=2014-01</code> and <code>to=2015-12</code>, both months included</li>
        <li><code>by=month</code>, <code>quarter</code> or <code>year</code>; without it, as finely as the data tell it</li>
        </ul>
        <p>Each value is of the months <code>from</code> to <code>to</code>. With the values come <code>cautions</code>, \
        <code>breaks</code> (from when on something was counted otherwise: draw no trend across one), the source, and every \
        release it rests on with its SHA-256.</p>
        <p><code>/figures.json?at=…</code> works out one figure (a rate, a change, a rank) by the address that stands on its \
        page. A count with <code>isLowerBound</code> is at least that many, and may be more: <code>measured</code> has it as \
        <code>atLeast</code>, and no value.</p>
        """
    }

    private var answers: HTML {
        """
        <h2>How it is answered</h2>
        <ul>
        <li>JSON in UTF-8. Times are ISO 8601 in UTC (<code>2016-02-09T12:00:00Z</code>); months are <code>2016-02</code>.</li>
        <li>Names are never taken away or given another meaning; new ones may come. Pass over those you do not know.</li>
        <li><code>GET</code> and <code>HEAD</code>. Every answer has an <code>ETag</code>: send it back as \
        <code>If-None-Match</code>, and where nothing is different you get <code>304</code> and no body.</li>
        <li>What goes wrong is told as RFC 9457 says, <code>application/problem+json</code>: <code>title</code>, \
        <code>status</code>, and in <code>detail</code> what to do. <code>401</code>: sign in. <code>404</code>: there is none. \
        <code>422</code>: it cannot be answered, and why. <code>429</code>: wait as long as <code>Retry-After</code> says.</li>
        </ul>
        """
    }

    private var meaning: HTML {
        """
        <h2>What the numbers mean</h2>
        <ul>
        <li><code>null</code> is not nought. Its <code>reason</code> says whether a file is missing, only a part is known, the \
        police did not record such a type then, or the number is too small to be told.</li>
        <li>Small numbers of partners’ data are withheld here exactly as on the pages.</li>
        <li>Counts are revised. Say which release yours rest on, and when it was received.</li>
        <li>Anti-social behaviour is incidents, and never part of all crime.</li>
        </ul>
        <p><a href="/methods">How figures are made</a> says the rest. The licence stands beside each release.</p>
        """
    }
}
