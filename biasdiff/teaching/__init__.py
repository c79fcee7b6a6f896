"""A comparison as a lesson: questions, pairs of sentences, words to know, a content note.

    Comparison + Plan  =>  Lesson  =>  the students' sheet and the teacher's key

What the students get never tells what the tool found; what the tool found stands in `points`.
"""
