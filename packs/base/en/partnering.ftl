# Steps of partnering with a survivor: what the worker does. For each: its name, a plain definition, an example, what to ask.

step-affirm = Affirm
    .definition = Say that we are here because of what the other person does, and that it is not their fault.
    .example = “We are not here because of you. We are here because of what Dan did on Sunday and before.”
    .ask = In which words did we say why we are involved?
step-ask = Ask
    .definition = Ask what the other person does, and what this person does about it.
    .example = “When he is like that, what do you do? And the children?”
    .ask = What did we learn that we did not know?
step-assess = Look at strengths
    .definition = Look together at everything that keeps the children safe, cared for and steady.
    .example = Went through an ordinary day with Lena and wrote down what she does for each child.
    .ask = Which of these efforts has nobody counted so far?
step-validate = Validate
    .definition = Say what those efforts do for the children, and that we believe what we are told.
    .example = “Ben sleeps because you sit with him. That is protection.”
    .ask = Did we say it to the person, or only write it?
step-plan = Plan together
    .definition = Build on what works already, and ask what would make it worse.
    .example = Agreed with Omar which days we ring, and what he says if somebody asks.
    .ask = Whose idea was each step, and who carries it?
step-document = Write it down
    .definition = Record the pattern and the efforts so that the next reader sees them, and tell the person what stands there.
    .example = Read the note to Sara before it went into the file; she changed one sentence.
    .ask = Does this person know what is written, and may say what is wrong?
